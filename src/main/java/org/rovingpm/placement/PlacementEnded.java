package org.rovingpm.placement;

import org.rovingpm.supportcase.CaseReference;

/**
 * A PM is no longer at the practice of this case. Listeners run in the same transaction.
 *
 * @param pm  user id
 * @param who user id of the person who ended the placement, or "system"
 */
public record PlacementEnded(CaseReference reference, String pm, EndReason reason, String who) {}
