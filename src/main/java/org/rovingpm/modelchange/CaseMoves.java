package org.rovingpm.modelchange;

import java.time.Instant;
import java.util.List;
import org.rovingpm.modelchange.RunningCases.Plan;
import org.rovingpm.modelchange.RunningCases.Running;

/** The moves of cases from one version of a process to another, as whoever looks may see them. */
public interface CaseMoves {

    /** @param batch the engine's id of the batch that moves them */
    record Move(
            long id,
            String batch,
            String process,
            int fromVersion,
            int toVersion,
            Instant begunAt,
            String begunBy,
            long cases,
            long moved,
            long ended) {

        /** Cases that are neither moved nor ended. */
        public long waiting() {
            return cases - moved - ended;
        }

        public boolean isOver() {
            return waiting() == 0;
        }
    }

    /** One case of a move. */
    record Row(String instance, String reference, Instant movedAt, boolean running) {}

    void add(long change, String batch, String process, Plan plan, List<Running> cases, String who);

    /** Records that a case has reached a version, if a move is waiting for it. */
    void recordMoved(String instance, String definition);

    /** @return the moves of a change, oldest first, at most 20 */
    List<Move> of(long change);

    /** @return the cases of a move, unmoved ones first, up to the given number */
    List<Row> rowsOf(long move, int most);
}
