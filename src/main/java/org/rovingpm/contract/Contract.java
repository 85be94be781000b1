package org.rovingpm.contract;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the code and one process agree on, kind by kind.
 *
 * @param process       id of the process
 * @param type          the class that declares it
 * @param kind          what the process is about
 * @param inHistory     whether the engine's history keeps what the process does
 * @param elements      ids of its steps and events, timers apart
 * @param indexed       those of them whose open tasks are looked for across all cases
 * @param timers        ids of its timer events
 * @param variables     names of its own variables; those that all processes of a case share are not among them
 * @param values        the values of those that hold one of a few, by the variable
 * @param moments       those of them that hold the moment of a deadline
 * @param byCalendar    the timers and moments that the calendar sets, whatever time a case was on hold
 * @param lastValueOnly the variables of which history keeps the last value alone
 * @param messages      names of the messages it waits for
 * @param carried       names of the variables that a message brings with it, by the message
 * @param signals       names of the signals that are sent where it has ended
 */
public record Contract(
        String process,
        Class<?> type,
        ProcessContract.Kind kind,
        boolean inHistory,
        Set<String> elements,
        Set<String> indexed,
        Set<String> timers,
        Set<String> variables,
        Map<String, Set<String>> values,
        Set<String> moments,
        Set<String> byCalendar,
        Set<String> lastValueOnly,
        Set<String> messages,
        Map<String, Set<String>> carried,
        Set<String> signals) {

    /** Ids of all its flow nodes that the code names. */
    public Set<String> nodes() {
        return Stream.concat(elements.stream(), timers.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
