package org.rovingpm.placement;

import org.rovingpm.supportcase.CaseReference;

/** A PM is no longer at the practice of this case. */
public record PlacementEnded(CaseReference reference, String pm, EndReason reason) {}
