package org.rovingpm.documentation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Places the nodes of a graph without circles in layers, each above all that it uses, and leads its lines around the nodes
 * between: a line that passes a layer has a place of its own there. Nodes are moved within their layer until few lines
 * cross and most run straight. The same graph always gets the same layout.
 */
final class LayeredLayout {

    /** A node, or the place of a line that passes a layer; its centre in units of the widths of a node and of a layer. */
    static final class Place {

        final String node;
        final int layer;
        double x;
        private final List<Place> above = new ArrayList<>();
        private final List<Place> below = new ArrayList<>();

        private Place(String node, int layer) {
            this.node = node;
            this.layer = layer;
        }

        boolean isNode() {
            return node != null;
        }

        private double width() {
            return isNode() ? 1 : 0.35;
        }
    }

    private static final int ROUNDS = 60;

    private final Map<String, Integer> layerOf = new TreeMap<>();
    private final List<List<Place>> layers = new ArrayList<>();
    private final List<List<Place>> lines = new ArrayList<>();

    /** @param uses for each node those that it has a line to, which are placed below it */
    LayeredLayout(Map<String, Set<String>> uses) {
        uses.keySet().forEach(node -> layer(node, uses));
        placeNodesAndLines(uses);
        orderLayers();
        straightenLines();
    }

    List<Place> nodes() {
        return layers.stream().flatMap(List::stream).filter(Place::isNode).toList();
    }

    /** Each line as the places that it runs through, from above to below. */
    List<List<Place>> lines() {
        return lines;
    }

    int height() {
        return layers.size();
    }

    double width() {
        return layers.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> place.x + place.width() / 2)
                .max()
                .orElse(0);
    }

    private int layer(String node, Map<String, Set<String>> uses) {
        Integer known = layerOf.get(node);
        if (known != null) {
            return known;
        }
        int layer = uses.get(node).stream()
                .mapToInt(used -> layer(used, uses) + 1)
                .max()
                .orElse(0);
        layerOf.put(node, layer);
        return layer;
    }

    private void placeNodesAndLines(Map<String, Set<String>> uses) {
        int height = layerOf.values().stream().max(Comparator.naturalOrder()).orElse(0) + 1;
        for (int layer = 0; layer < height; layer++) {
            layers.add(new ArrayList<>());
        }
        Map<String, Place> places = new LinkedHashMap<>();
        layerOf.forEach((node, layer) -> places.put(node, place(node, layer)));
        uses.forEach((node, used) -> used.forEach(other -> {
            List<Place> line = new ArrayList<>(List.of(places.get(node)));
            for (int layer = layerOf.get(node) - 1; layer > layerOf.get(other); layer--) {
                line.add(place(null, layer));
            }
            line.add(places.get(other));
            for (int step = 1; step < line.size(); step++) {
                line.get(step - 1).below.add(line.get(step));
                line.get(step).above.add(line.get(step - 1));
            }
            lines.add(line);
        }));
    }

    private Place place(String node, int layer) {
        Place place = new Place(node, layer);
        layers.get(layer).add(place);
        return place;
    }

    private void orderLayers() {
        List<List<Place>> best = copy();
        int fewest = crossings();
        for (int round = 0; round < ROUNDS; round++) {
            boolean down = round % 2 == 0;
            for (int step = 0; step < layers.size(); step++) {
                List<Place> layer = layers.get(down ? layers.size() - 1 - step : step);
                Map<Place, Double> wanted = new HashMap<>();
                Map<Place, Integer> ranks = ranks();
                layer.forEach(place -> wanted.put(
                        place,
                        (down ? place.above : place.below)
                                .stream().mapToInt(ranks::get).average().orElse(ranks.get(place))));
                layer.sort(Comparator.comparing(wanted::get));
            }
            int now = crossings();
            if (now < fewest) {
                fewest = now;
                best = copy();
            }
        }
        layers.clear();
        layers.addAll(best);
        exchangeNeighbours();
    }

    private void exchangeNeighbours() {
        boolean better = true;
        while (better) {
            better = false;
            for (List<Place> layer : layers) {
                for (int at = 0; at + 1 < layer.size(); at++) {
                    int before = crossings();
                    Collections.swap(layer, at, at + 1);
                    if (crossings() < before) {
                        better = true;
                    } else {
                        Collections.swap(layer, at, at + 1);
                    }
                }
            }
        }
    }

    private int crossings() {
        Map<Place, Integer> ranks = ranks();
        int crossings = 0;
        for (List<Place> layer : layers) {
            List<int[]> ends = layer.stream()
                    .flatMap(place -> place.below.stream().map(below -> new int[] {ranks.get(place), ranks.get(below)}))
                    .toList();
            for (int one = 0; one < ends.size(); one++) {
                for (int other = one + 1; other < ends.size(); other++) {
                    if ((ends.get(one)[0] - ends.get(other)[0]) * (ends.get(one)[1] - ends.get(other)[1]) < 0) {
                        crossings++;
                    }
                }
            }
        }
        return crossings;
    }

    private Map<Place, Integer> ranks() {
        Map<Place, Integer> ranks = new HashMap<>();
        for (List<Place> layer : layers) {
            for (int rank = 0; rank < layer.size(); rank++) {
                ranks.put(layer.get(rank), rank);
            }
        }
        return ranks;
    }

    private List<List<Place>> copy() {
        return layers.stream()
                .map(layer -> (List<Place>) new ArrayList<>(layer))
                .toList();
    }

    private void straightenLines() {
        layers.forEach(layer -> spread(layer, place -> place.x));
        for (int round = 0; round < ROUNDS; round++) {
            for (int step = 0; step < layers.size(); step++) {
                spread(layers.get(round % 2 == 0 ? step : layers.size() - 1 - step), LayeredLayout::betweenNeighbours);
            }
        }
        double left = layers.stream()
                .flatMap(List::stream)
                .mapToDouble(place -> place.x - place.width() / 2)
                .min()
                .orElse(0);
        layers.forEach(layer -> layer.forEach(place -> place.x -= left));
    }

    /** Where the lines to its neighbours run straightest; long lines count for more, because their bends show most. */
    private static double betweenNeighbours(Place place) {
        double weights = 0;
        double sum = 0;
        for (Place neighbour :
                Stream.concat(place.above.stream(), place.below.stream()).toList()) {
            double weight = place.isNode() || neighbour.isNode() ? 1 : 8;
            weights += weight;
            sum += weight * neighbour.x;
        }
        return weights == 0 ? place.x : sum / weights;
    }

    /** Puts each place of a layer as near to where it is wanted as its neighbours leave room for. */
    private static void spread(List<Place> layer, Function<Place, Double> wanted) {
        double[] fromLeft = new double[layer.size()];
        double[] fromRight = new double[layer.size()];
        for (int at = 0; at < layer.size(); at++) {
            double free = at == 0 ? Double.NEGATIVE_INFINITY : fromLeft[at - 1] + distance(layer, at);
            fromLeft[at] = Math.max(wanted.apply(layer.get(at)), free);
        }
        for (int at = layer.size() - 1; at >= 0; at--) {
            double free =
                    at == layer.size() - 1 ? Double.POSITIVE_INFINITY : fromRight[at + 1] - distance(layer, at + 1);
            fromRight[at] = Math.min(wanted.apply(layer.get(at)), free);
        }
        for (int at = 0; at < layer.size(); at++) {
            layer.get(at).x = (fromLeft[at] + fromRight[at]) / 2;
        }
    }

    private static double distance(List<Place> layer, int at) {
        return (layer.get(at - 1).width() + layer.get(at).width()) / 2 + 0.2;
    }
}
