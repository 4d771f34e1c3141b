"""From earnings to payments: data lock, required payments, refunds, levy, transfers, co-investment."""
