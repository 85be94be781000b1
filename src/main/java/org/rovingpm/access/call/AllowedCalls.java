package org.rovingpm.access.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.Ability;

/**
 * Which calls of the engine's REST API, and of the APIs of its web applications, go with which ability. An address of the REST
 * API is written as it is below the engine; one that begins with {@code /camunda/api} is an application's own.
 */
public final class AllowedCalls {

    private static final AllowedCalls OF_ALL_WITH_AN_ACCOUNT = new AllowedCalls(OwnAccountCalls.LIST);
    private static final Map<Ability, AllowedCalls> BY_ABILITY = new EnumMap<>(Map.of(
            Ability.TASKLIST, new AllowedCalls(TasklistCalls.LIST),
            Ability.COCKPIT, new AllowedCalls(CockpitCalls.LIST),
            Ability.ADMIN, new AllowedCalls(AdminCalls.LIST),
            Ability.MODELER, new AllowedCalls(ModelerCalls.LIST)));

    private final Map<String, List<Call>> byFirstPart = new HashMap<>();

    private AllowedCalls(String list) {
        Call.read(list).forEach(call -> byFirstPart
                .computeIfAbsent(call.path().get(0), part -> new ArrayList<>())
                .add(call));
    }

    /** Everything on the list of an ability. */
    public static List<Call> of(Ability ability) {
        return BY_ABILITY.get(ability).all();
    }

    /** What everybody with an account may call. */
    public static List<Call> ofAllWithAnAccount() {
        return OF_ALL_WITH_AN_ACCOUNT.all();
    }

    /**
     * The call that somebody makes, if it is on one of their lists.
     *
     * @param address the decoded address, from the engine on
     * @param person  the caller's user id
     */
    public static Optional<Call> find(String method, String address, Set<Ability> abilities, String person) {
        List<String> parts = Call.parts(address);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        List<Call> found = Stream.concat(
                        Stream.of(OF_ALL_WITH_AN_ACCOUNT), abilities.stream().map(BY_ABILITY::get))
                .flatMap(list -> list.matching(method, parts, person))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(together(found));
    }

    private Stream<Call> matching(String method, List<String> parts, String person) {
        return byFirstPart.getOrDefault(parts.get(0), List.of()).stream()
                .filter(call -> call.matches(method, parts, person));
    }

    /** Who has it on several lists may ask in it what each of them says. */
    private static Call together(List<Call> calls) {
        return new Call(
                calls.get(0).method(),
                calls.get(0).path(),
                calls.stream().flatMap(call -> call.asks().stream()).collect(Collectors.toSet()));
    }

    private List<Call> all() {
        return byFirstPart.values().stream().flatMap(Collection::stream).toList();
    }
}
