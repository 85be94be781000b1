package org.rovingpm.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision with named rows. Each row gives four numbers side by side: for red, amber and green cases, and for cases
 * without a rating. The last row is for everything without a row of its own.
 *
 * @param decision its id, such as "service-levels"
 * @param asks     the input that names the row, such as "step"
 * @param other    the name of the row for everything else, such as "Any other step"
 */
public record RowsByRating(String decision, String asks, String other) {

    /** The outputs of every such decision, in order of columns. */
    public static final List<String> OUTPUTS = List.of("red", "amber", "green", "unrated");

    /** The numbers of one row. */
    public record Row(double red, double amber, double green, double unrated) {

        /** @param rag RED, AMBER or GREEN; anything else counts as not rated */
        public double of(String rag) {
            return switch (rag == null ? "" : rag) {
                case "RED" -> red;
                case "AMBER" -> amber;
                case "GREEN" -> green;
                default -> unrated;
            };
        }
    }

    /** @return empty if there is no row with this name */
    public Optional<Row> find(Decisions decisions, String name) {
        return decisions
                .find(decision, Map.of(asks, name))
                .map(cells -> new Row(
                        number(cells, "red", name),
                        number(cells, "amber", name),
                        number(cells, "green", name),
                        number(cells, "unrated", name)));
    }

    /** @return the row for everything without a row of its own; a decision without it is broken and says so */
    public Row other(Decisions decisions) {
        return find(decisions, other)
                .orElseThrow(() -> new BrokenDecision(
                        "The decision %s has no row “%s”: add it, for everything that has no row of its own."
                                .formatted(decision, other)));
    }

    private double number(Map<String, Object> cells, String output, String name) {
        if (cells.get(output) instanceof Number number) {
            return number.doubleValue();
        }
        throw new BrokenDecision("The decision %s gives no number for “%s” in the row “%s”: fill in the cell."
                .formatted(decision, output, name));
    }
}
