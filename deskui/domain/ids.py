"""Identities: distinct integer types, so that a case is never taken for a customer."""

from typing import NewType

CustomerId = NewType("CustomerId", int)
EmployeeId = NewType("EmployeeId", int)
HouseholdId = NewType("HouseholdId", int)
ContactPointId = NewType("ContactPointId", int)
NoteId = NewType("NoteId", int)
ConversationId = NewType("ConversationId", int)
OrderId = NewType("OrderId", int)
CaseId = NewType("CaseId", int)
ReferenceId = NewType("ReferenceId", int)
PromiseId = NewType("PromiseId", int)
PromiseEntryId = NewType("PromiseEntryId", int)
StatementId = NewType("StatementId", int)
FollowUpId = NewType("FollowUpId", int)
VisitId = NewType("VisitId", int)
HandOverId = NewType("HandOverId", int)
StepTemplateId = NewType("StepTemplateId", int)
StepListId = NewType("StepListId", int)
StepId = NewType("StepId", int)
