"""Apprenticeships begun from May 2017: what they earn (funding model 36) and how it is paid."""

from engine.programmes.apprenticeships.file_face import calculate

__all__ = ["calculate"]
