"""Export files as the real programs write them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

SHOPIFY_CUSTOMERS = (
    "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,"
    "Default Address Address1,"
    "Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,"
    "Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,"
    "Total Spent,Total Orders,Note,Tax Exempt,Tags"
).split(",")
SHOPIFY_ORDERS = (
    "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,"
    "Shipping,"
    "Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,"
    "Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,"
    "Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,"
    "Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,"
    "Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,"
    "Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,"
    "Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,"
    "Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,"
    "Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,"
    "Payment Terms Name,Next Payment Due At,Payment References"
).split(",")
SQUARE_CUSTOMERS = (
    "Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,"
    "Street Address 2,City,State,Postal Code,Birthday,Memo,Square Customer ID,Creation Source,First Visit,Last Visit,"
    "Transaction Count,Lifetime Spend,Email Subscription Status,Instant Profile,Blocked from online booking"
).split(",")

SHARI = {
    "Customer ID": "'7210448301122",
    "First Name": "Shari",
    "Last Name": "Caldwell",
    "Email": "Shari@example.org",
    "Default Address Address1": "123 Main St",
    "Default Address City": "Denver",
    "Default Address Phone": "'+13035550142",
    "Phone": "'+13035550142",
    "Total Spent": "18240.50",
    "Note": 'Likes "Hot Wheels",\nhas thousands',
    "Tags": "vip, books",
    "Tax Exempt": "no",
}


def csv_text(header: list[str], rows: Iterable[dict[str, str]], delimiter: str = ",") -> str:
    """A CSV file with that header; what a row leaves out is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, header, restval="", delimiter=delimiter, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def write_csv(path: Path, header: list[str], rows: Iterable[dict[str, str]], encoding: str = "utf-8") -> Path:
    """The same, written to a file."""
    path.write_bytes(csv_text(header, rows).encode(encoding))
    return path


def many_customers(path: Path, megabytes: int) -> int:
    """A Shopify export of at least that size; returns how many rows it has."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, SHOPIFY_CUSTOMERS, restval="")
        writer.writeheader()
        while file.tell() < megabytes * 1_000_000:
            for number in range(count, count + 1000):
                row = {
                    "Customer ID": f"'{7_000_000_000_000 + number}",
                    "First Name": ("Ada", "Jörg", "Maria", "Ben")[number % 4],
                    "Last Name": f"Okafor{number % 9973}",
                    "Email": f"person{number}@example.org",
                    "Default Address Address1": f"{number} Main Street, second floor behind the bakery",
                    "Default Address City": "Denver",
                    "Phone": f"'+1303{5_000_000 + number % 4_000_000:07d}",
                    "Total Spent": f"{number % 1000}.50",
                    "Tags": "loyal, newsletter, of long standing",
                }
                writer.writerow(row)
            count += 1000
    return count
