package org.rovingpm.advice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.access.StaffDirectory.Person;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may advise the practice of a case: the office, and the PMs of the scheme who work at the moment. */
@Component
public class Advisers {

    private static final int MOST_PMS = 500;

    private final StaffDirectory staff;
    private final PersonDirectory people;
    private final HiddenCases hiddenCases;
    private final JdbcClient jdbc;

    Advisers(StaffDirectory staff, PersonDirectory people, HiddenCases hiddenCases, JdbcClient jdbc) {
        this.staff = staff;
        this.people = people;
        this.hiddenCases = hiddenCases;
        this.jdbc = jdbc;
    }

    /** @return names by user id, the office first; nobody who has an interest in the practice or is kept out of the case */
    public Map<String, String> of(CaseReference reference) {
        Set<String> barred = barred(reference);
        List<String> mayAdvise = Stream.of(
                        staff.of(Role.COORDINATOR).stream().map(Person::id),
                        staff.of(Role.SERVICE_MANAGER).stream().map(Person::id),
                        pms().stream())
                .flatMap(ids -> ids)
                .distinct()
                .filter(id -> !barred.contains(id))
                .toList();
        Map<String, String> names = people.namesOf(mayAdvise);
        Map<String, String> advisers = new LinkedHashMap<>();
        mayAdvise.forEach(id -> advisers.put(id, names.getOrDefault(id, id)));
        return advisers;
    }

    private Set<String> barred(CaseReference reference) {
        return Set.copyOf(
                jdbc.sql("select distinct person from published_barred(:today) where case_reference = :reference")
                        .param("today", hiddenCases.today())
                        .param("reference", reference.value())
                        .query(String.class)
                        .list());
    }

    private List<String> pms() {
        return jdbc.sql("select user_id from published_pm where status = 'ACTIVE' order by name, user_id limit :most")
                .param("most", MOST_PMS)
                .query(String.class)
                .list();
    }
}
