"""Peewee models: they stay inside the store. A new table is a module here, a line below, and a migration."""

from __future__ import annotations

from typing import Final

from peewee import Model

from deskui.store.models.benefits import Benefit as Benefit
from deskui.store.models.benefits import BenefitEntry as BenefitEntry
from deskui.store.models.benefits import BenefitSlip as BenefitSlip
from deskui.store.models.benefits import BenefitType as BenefitType
from deskui.store.models.case_work import CaseLink as CaseLink
from deskui.store.models.case_work import CaseTrait as CaseTrait
from deskui.store.models.case_work import CaseWatch as CaseWatch
from deskui.store.models.case_work import Escalation as Escalation
from deskui.store.models.cases import Case as Case
from deskui.store.models.cases import Reference as Reference
from deskui.store.models.conversations import Conversation as Conversation
from deskui.store.models.customers import Alias as Alias
from deskui.store.models.customers import ContactPoint as ContactPoint
from deskui.store.models.customers import Customer as Customer
from deskui.store.models.customers import Household as Household
from deskui.store.models.customers import Opening as Opening
from deskui.store.models.feedback import Feedback as Feedback
from deskui.store.models.feedback import FeedbackAnswer as FeedbackAnswer
from deskui.store.models.follow_ups import FollowUp as FollowUp
from deskui.store.models.goodwill import Approval as Approval
from deskui.store.models.goodwill import ApprovalAnswer as ApprovalAnswer
from deskui.store.models.goodwill import ApprovalSeen as ApprovalSeen
from deskui.store.models.goodwill import Goodwill as Goodwill
from deskui.store.models.goodwill import GoodwillEntry as GoodwillEntry
from deskui.store.models.goodwill import GoodwillLimit as GoodwillLimit
from deskui.store.models.hand_overs import HandOver as HandOver
from deskui.store.models.imported import Imported as Imported
from deskui.store.models.inquiries import Inquiry as Inquiry
from deskui.store.models.inquiries import InquiryReference as InquiryReference
from deskui.store.models.kinds import WorkKind as WorkKind
from deskui.store.models.ledger import Change as Change
from deskui.store.models.ledger import Journal as Journal
from deskui.store.models.looks import Look as Look
from deskui.store.models.manual import Article as Article
from deskui.store.models.manual import ArticleDoc as ArticleDoc
from deskui.store.models.manual import ArticleTie as ArticleTie
from deskui.store.models.manual import ArticleVersion as ArticleVersion
from deskui.store.models.manual import ArticleWord as ArticleWord
from deskui.store.models.manual import ArticleWordKey as ArticleWordKey
from deskui.store.models.merges import CustomerMerge as CustomerMerge
from deskui.store.models.merges import MovedRow as MovedRow
from deskui.store.models.notes import Note as Note
from deskui.store.models.orders import Order as Order
from deskui.store.models.orders import OrderLine as OrderLine
from deskui.store.models.outreach import OutreachClaim as OutreachClaim
from deskui.store.models.outreach import OutreachFact as OutreachFact
from deskui.store.models.outreach import OutreachRule as OutreachRule
from deskui.store.models.outreach import OutreachTry as OutreachTry
from deskui.store.models.owed import OwedCall as OwedCall
from deskui.store.models.precedents import PrecedentTrait as PrecedentTrait
from deskui.store.models.promises import OpenPromise as OpenPromise
from deskui.store.models.promises import Promise as Promise
from deskui.store.models.promises import PromiseEntry as PromiseEntry
from deskui.store.models.promises import PromiseFigure as PromiseFigure
from deskui.store.models.promises import PromiseLike as PromiseLike
from deskui.store.models.reviews import Erasure as Erasure
from deskui.store.models.reviews import FixRequest as FixRequest
from deskui.store.models.reviews import ReviewClaim as ReviewClaim
from deskui.store.models.reviews import ReviewItem as ReviewItem
from deskui.store.models.reviews import Verdict as Verdict
from deskui.store.models.search import SearchDoc as SearchDoc
from deskui.store.models.search import Vocabulary as Vocabulary
from deskui.store.models.search import VocabularyKey as VocabularyKey
from deskui.store.models.signing import Pin as Pin
from deskui.store.models.signing import Refusal as Refusal
from deskui.store.models.signing import SignInAttempt as SignInAttempt
from deskui.store.models.slips import Slip as Slip
from deskui.store.models.staff import Deputy as Deputy
from deskui.store.models.staff import Employee as Employee
from deskui.store.models.staff import Shop as Shop
from deskui.store.models.statements import Statement as Statement
from deskui.store.models.steps import Step as Step
from deskui.store.models.steps import StepList as StepList
from deskui.store.models.steps import StepTemplate as StepTemplate
from deskui.store.models.tips import TipOffer as TipOffer
from deskui.store.models.visits import Visit as Visit

MODELS: Final[tuple[type[Model], ...]] = tuple(
    each
    for each in list(globals().values())
    if isinstance(each, type) and issubclass(each, Model) and each is not Model
)
"""All of them, to be bound to a database."""
