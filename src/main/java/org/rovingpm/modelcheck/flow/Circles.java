package org.rovingpm.modelcheck.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Finds what leads back to itself, by the way of Tarjan: each thing and each step from it is looked at once. */
final class Circles<T> {

    private final Function<T, ? extends Collection<T>> next;
    private final Map<T, Integer> numbers = new HashMap<>();
    private final Map<T, Integer> lowest = new HashMap<>();
    private final Deque<T> open = new ArrayDeque<>();
    private final Set<T> isOpen = new HashSet<>();
    private final List<Set<T>> found = new ArrayList<>();

    private Circles(Function<T, ? extends Collection<T>> next) {
        this.next = next;
    }

    /** The largest sets in which each leads to each, with more than one member or one that leads to itself. */
    static <T> List<Set<T>> in(Collection<T> all, Function<T, ? extends Collection<T>> next) {
        Circles<T> circles = new Circles<>(next);
        all.forEach(circles::visit);
        return circles.found;
    }

    private void visit(T start) {
        if (numbers.containsKey(start)) {
            return;
        }
        Deque<T> path = new ArrayDeque<>();
        Deque<Iterator<T>> ways = new ArrayDeque<>();
        enter(start, path, ways);
        while (!path.isEmpty()) {
            T node = path.getFirst();
            if (ways.getFirst().hasNext()) {
                T following = ways.getFirst().next();
                if (!numbers.containsKey(following)) {
                    enter(following, path, ways);
                } else if (isOpen.contains(following)) {
                    lowest.merge(node, numbers.get(following), Math::min);
                }
                continue;
            }
            path.removeFirst();
            ways.removeFirst();
            if (!path.isEmpty()) {
                lowest.merge(path.getFirst(), lowest.get(node), Math::min);
            }
            if (lowest.get(node).equals(numbers.get(node))) {
                close(node);
            }
        }
    }

    private void enter(T node, Deque<T> path, Deque<Iterator<T>> ways) {
        numbers.put(node, numbers.size());
        lowest.put(node, numbers.get(node));
        open.push(node);
        isOpen.add(node);
        path.addFirst(node);
        ways.addFirst(List.<T>copyOf(next.apply(node)).iterator());
    }

    private void close(T root) {
        Set<T> circle = new LinkedHashSet<>();
        T node;
        do {
            node = open.pop();
            isOpen.remove(node);
            circle.add(node);
        } while (!node.equals(root));
        if (circle.size() > 1 || next.apply(root).contains(root)) {
            found.add(circle);
        }
    }
}
