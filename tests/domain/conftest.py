"""The domain's property tests run with patience."""

from ..hypothesis_profile import load_patient_profile

load_patient_profile()
