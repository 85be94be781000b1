package org.rovingpm.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rovingpm.documentation.LayeredLayout.Place;

class LayeredLayoutTest {

    private static final Map<String, Set<String>> USES =
            Map.of("a", Set.of("b", "c", "e"), "b", Set.of("d"), "c", Set.of("d"), "d", Set.of("e"), "e", Set.of());

    private final LayeredLayout layout = new LayeredLayout(USES);

    @Test
    void eachNodeIsAboveAllThatItUses() {
        Map<String, Integer> layers =
                layout.nodes().stream().collect(Collectors.toMap(node -> node.node, node -> node.layer));

        assertThat(layers).containsOnlyKeys(USES.keySet());
        USES.forEach((node, used) ->
                used.forEach(other -> assertThat(layers.get(node)).isGreaterThan(layers.get(other))));
    }

    @Test
    void nodesOfALayerDoNotOverlap() {
        List<Place> nodes = layout.nodes();

        assertThat(nodes).allSatisfy(one -> assertThat(nodes)
                .filteredOn(other -> other != one && other.layer == one.layer)
                .allSatisfy(other -> assertThat(Math.abs(other.x - one.x)).isGreaterThan(1)));
    }

    @Test
    void aLineThatPassesALayerHasAPlaceOfItsOwnThere() {
        assertThat(layout.lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.get(0).layer - line.get(line.size() - 1).layer)
                        .isEqualTo(line.size() - 1))
                .anySatisfy(line -> assertThat(line).anyMatch(place -> !place.isNode()));
    }

    @Test
    void theSameGraphAlwaysGetsTheSameLayout() {
        assertThat(places(new LayeredLayout(USES))).isEqualTo(places(layout));
    }

    private static List<String> places(LayeredLayout layout) {
        return layout.nodes().stream()
                .map(node -> "%s %d %.3f".formatted(node.node, node.layer, node.x))
                .toList();
    }
}
