"""What customers are entitled to: coupons, vouchers, gift balances, tier perks, warranties."""
