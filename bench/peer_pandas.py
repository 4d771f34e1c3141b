"""A straightforward pandas script for the on-programme earnings of adult skills aims (FM35) in 2020/21.

``python peer_pandas.py FILE.xml REFERENCE OUT.csv``: the peer that ``bench.peers`` times. It does what an analyst would
write in an afternoon: lxml into a DataFrame, columns instead of records, floats, no reasons, no findings. It knows
aims outside programmes, with area and disadvantage factors, fees, funding adjustments and the yearly cap; it
passes over learners with anything else: programmes, offenders, residential or specialist resources, the COVID offer.
"""

import sys
from pathlib import Path

import pandas as pd
from lxml import etree

NAMESPACE = "{ESFA/ILR/2020-21}"
FIRST = 2020 * 12 + 7
CAP = 3520.0
FIELDS = (
    *("LearnAimRef", "AimSeqNumber", "LearnStartDate", "OrigLearnStartDate", "LearnPlanEndDate", "FundModel"),
    *("ProgType", "DelLocPostCode", "PriorLearnFundAdj", "OtherFundAdj", "AddHours", "CompStatus"),
    *("LearnActEndDate", "Outcome"),
)
DATES = ("LearnStartDate", "OrigLearnStartDate", "LearnPlanEndDate", "LearnActEndDate", "DateOfBirth")
NUMBERS = ("FundModel", "PriorLearnFundAdj", "OtherFundAdj", "AddHours", "CompStatus", "Outcome")


def read(path: str) -> pd.DataFrame:
    """Return the aims of a file, a row each."""
    rows = []
    for _, learner in etree.iterparse(path, tag=f"{NAMESPACE}Learner"):
        known = {
            name: learner.findtext(NAMESPACE + name)
            for name in ("LearnRefNumber", "DateOfBirth", "PostcodePrior")
        }
        for aim in learner.iterfind(f"{NAMESPACE}LearningDelivery"):
            row = {name: aim.findtext(NAMESPACE + name) for name in FIELDS}
            codes = {
                (fam.findtext(f"{NAMESPACE}LearnDelFAMType"), fam.findtext(f"{NAMESPACE}LearnDelFAMCode"))
                for fam in aim.iterfind(f"{NAMESPACE}LearningDeliveryFAM")
            }
            row["fully"] = ("FFI", "1") in codes
            row["odd"] = bool(codes & {("LDM", "034"), ("LDM", "322"), ("LDM", "376")})
            rows.append({**known, **row})
        learner.clear()
        while learner.getprevious() is not None:
            del learner.getparent()[0]
    aims = pd.DataFrame(rows)
    for name in DATES:
        aims[name] = pd.to_datetime(aims[name])
    for name in NUMBERS:
        aims[name] = pd.to_numeric(aims[name])
    return aims


def simple(aims: pd.DataFrame) -> pd.DataFrame:
    """Return the adult skills aims of the learners who have no other kind of them."""
    birth, day = aims["DateOfBirth"], pd.Timestamp(2020, 8, 31)
    adult = (birth + pd.DateOffset(years=19)) <= day
    odd = (
        aims["odd"] | aims["ProgType"].notna() | aims["AddHours"].notna() | ~adult | (aims["FundModel"] != 35)
    )
    return aims[~odd.groupby(aims["LearnRefNumber"]).transform("any")].copy()


def looked_up(
    keys: pd.Series, days: pd.Series, table: pd.DataFrame, key: str, columns: list[str]
) -> pd.DataFrame:
    """Return the columns of the row in force on each day, in the order of the keys."""
    asked = pd.DataFrame({key: keys, "day": days, "place": range(len(keys))})
    found = asked.merge(table, on=key, how="left")
    last = found["EffectiveTo"].fillna(pd.Timestamp(2099, 1, 1))
    found = found[(found["EffectiveFrom"] <= found["day"]) & (found["day"] <= last)]
    return found.drop_duplicates("place").set_index("place")[columns].reindex(range(len(keys)))


def month(days: pd.Series) -> pd.Series:
    """Return months counted through the years."""
    return days.dt.year * 12 + days.dt.month - 1


def on_programme(aims: pd.DataFrame, reference: Path) -> pd.DataFrame:
    """Return the aims with a column of pounds for each of the twelve months."""
    tables = {name: pd.read_csv(reference / f"{name}.csv", parse_dates=["EffectiveFrom", "EffectiveTo"])
              for name in ("aim_rates", "area_costs", "disadvantage")}  # fmt: skip
    start, planned, actual = aims["LearnStartDate"], aims["LearnPlanEndDate"], aims["LearnActEndDate"]
    day = aims["OrigLearnStartDate"].fillna(start)
    rates = tables["aim_rates"][tables["aim_rates"]["FundingCategory"] == "Matrix"]
    columns = ["RateWeighted", "RateUnWeighted", "WeightingFactor"]
    rate = looked_up(aims["LearnAimRef"], day, rates, "LearnAimRef", columns).set_index(aims.index)
    area = looked_up(aims["DelLocPostCode"], day, tables["area_costs"], "Postcode", ["AreaCostFactor"])
    home = looked_up(aims["PostcodePrior"], day, tables["disadvantage"], "Postcode", ["Uplift"])
    factor = area["AreaCostFactor"].fillna(1).clip(lower=1) * home["Uplift"].fillna(1).clip(lower=1)
    length = (planned - start).dt.days + 1
    needed = 1 + 13 * (length >= 14) + 28 * (length >= 168)
    achieved = aims["Outcome"].isin([1, 6, 7])
    funded = actual.isna() | achieved | ((actual - start).dt.days + 1 >= needed)
    value = rate["RateWeighted"] * factor.set_axis(aims.index) * funded
    value -= 0.5 * rate["RateUnWeighted"] * ~aims["fully"] * funded
    share = aims["PriorLearnFundAdj"].fillna(100) / 100 * aims["OtherFundAdj"].fillna(100) / 100
    one_day = pd.Timedelta(days=1)
    first, plan_stop = month(start), month(planned + one_day)
    stop = month(pd.concat([planned, actual], axis=1).min(axis=1) + one_day)
    in_one = month(planned) == first
    count = (1 + plan_stop - first).mask(in_one, 2)
    done = (1 + stop - first).mask(in_one | (month(actual) == first), 2)
    parts = {period: 2 * (first == at) + 1 * ((first < at) & (at < stop)) for period in range(1, 13)
             for at in [FIRST + period - 1]}  # fmt: skip
    balance = (count - done) * (achieved & (aims["CompStatus"] == 2) & (month(actual) - FIRST).between(0, 11))
    unweighted = rate["RateUnWeighted"] * funded * share * 0.8 * (sum(parts.values()) + balance) / count
    total = unweighted.groupby(aims["LearnRefNumber"]).transform("sum")
    cap = (CAP / total).clip(upper=1)
    for period, instalments in parts.items():
        aims[period] = (value * 0.8 * instalments / count * share * cap).round(5)
    specialist = rate["WeightingFactor"] == "G"
    return aims[~specialist.groupby(aims["LearnRefNumber"]).transform("any")]


if __name__ == "__main__":
    file, folder, out = sys.argv[1:]
    earned = on_programme(simple(read(file)), Path(folder))
    earned[["LearnRefNumber", "AimSeqNumber", *range(1, 13)]].to_csv(out, index=False)
