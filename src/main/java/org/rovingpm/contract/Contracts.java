package org.rovingpm.contract;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The contracts of all processes, read once from the classes that declare them: those in the roots of the modules named
 * {@code …Process}. Refuses two of the same process.
 */
@Component
public class Contracts {

    private static final String MODULES = "org.rovingpm";
    private static final String IN_ROOTS = "*/*Process.class";

    private final Map<String, Contract> contracts;
    private final Set<String> shared = names(CaseVariables.class, field -> true);
    private final Set<String> sharedLastValueOnly = names(CaseVariables.class, has(LastValueOnly.class));
    private final Map<String, Set<String>> moments = new HashMap<>();

    public Contracts() {
        ClassPathScanningCandidateComponentProvider classes = new ClassPathScanningCandidateComponentProvider(false);
        classes.setResourcePattern(IN_ROOTS);
        classes.addIncludeFilter(new AnnotationTypeFilter(ProcessContract.class));
        contracts = classes.findCandidateComponents(MODULES).stream()
                .map(BeanDefinition::getBeanClassName)
                .map(name -> read(ClassUtils.resolveClassName(name, null)))
                .collect(Collectors.toMap(
                        Contract::process,
                        contract -> contract,
                        (one, other) -> {
                            throw new IllegalStateException(
                                    "%s and %s are contracts of the same process".formatted(one.type(), other.type()));
                        },
                        TreeMap::new));
        contracts.forEach((process, contract) ->
                contract.moments().forEach(name -> moments.merge(name, Set.of(process), Contracts::both)));
    }

    public Collection<Contract> all() {
        return contracts.values();
    }

    /** Empty for a process that managers have added. */
    public Optional<Contract> of(String process) {
        return Optional.ofNullable(contracts.get(process));
    }

    /** Ids of the processes of which this holds. */
    public Set<String> processes(Predicate<Contract> those) {
        return contracts.values().stream().filter(those).map(Contract::process).collect(Collectors.toUnmodifiableSet());
    }

    /** The variables that all processes of a case share, whatever their contracts. */
    public Set<String> sharedVariables() {
        return shared;
    }

    /** The variables of that process that hold the moment of a deadline. */
    public Set<String> momentsOf(String process) {
        return of(process).map(Contract::moments).orElse(Set.of());
    }

    /** The timers and moments of that process that stay where they are when its case is resumed. */
    public Set<String> byCalendarIn(String process) {
        return of(process).map(Contract::byCalendar).orElse(Set.of());
    }

    /** @param process null where nobody says which: then the name decides alone */
    public boolean isMoment(String process, String variable) {
        Set<String> processes = moments.get(variable);
        return processes != null && (process == null || processes.contains(process));
    }

    /** Whether history keeps only the last value of the variable: everywhere, or in this process. */
    public boolean isLastValueOnly(String process, String variable) {
        Contract contract = contracts.get(process);
        return sharedLastValueOnly.contains(variable)
                || contract != null && contract.lastValueOnly().contains(variable);
    }

    /** The process of a definition: the id of a definition begins with it. */
    public static String processOf(String definition) {
        return definition == null ? null : definition.split(":", 2)[0];
    }

    private static Contract read(Class<?> type) {
        ProcessContract declared = type.getAnnotation(ProcessContract.class);
        return new Contract(
                declared.value(),
                type,
                declared.kind(),
                declared.inHistory(),
                names(type, "Elements", field -> true),
                names(type, "Elements", has(Indexed.class)),
                names(type, "Timers", field -> true),
                names(type, "Variables", field -> true),
                values(type),
                names(type, "Variables", has(Moment.class)),
                both(names(type, "Timers", has(ByCalendar.class)), names(type, "Variables", has(ByCalendar.class))),
                names(type, "Variables", has(LastValueOnly.class)),
                names(type, "Messages", field -> true),
                carried(type),
                names(type, "Signals", field -> true));
    }

    private static Set<String> names(Class<?> type, String kind, Predicate<Field> those) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals(kind))
                .flatMap(nested -> names(nested, those).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(Class<?> holder, Predicate<Field> those) {
        return Arrays.stream(holder.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .filter(those)
                .map(Contracts::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Set<String>> carried(Class<?> type) {
        return fields(type, "Messages")
                .filter(has(Carries.class))
                .collect(Collectors.toUnmodifiableMap(
                        Contracts::value,
                        field -> Set.of(field.getAnnotation(Carries.class).value())));
    }

    private static Map<String, Set<String>> values(Class<?> type) {
        return fields(type, "Variables")
                .filter(has(OneOf.class))
                .collect(Collectors.toUnmodifiableMap(Contracts::value, field -> Arrays.stream(
                                field.getAnnotation(OneOf.class).value().getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.toUnmodifiableSet())));
    }

    private static Stream<Field> fields(Class<?> type, String kind) {
        return Arrays.stream(type.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals(kind))
                .flatMap(nested -> Arrays.stream(nested.getDeclaredFields()));
    }

    private static Predicate<Field> has(Class<? extends Annotation> mark) {
        return field -> field.isAnnotationPresent(mark);
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException("%s is to be public".formatted(constant), hidden);
        }
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
