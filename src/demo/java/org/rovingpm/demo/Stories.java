package org.rovingpm.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.practice.Practice;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The stories of all cases of the demonstration, so that each stage and each way through the processes can be seen. */
@Component
@Profile("demo")
public class Stories {

    private static final List<String> CONTACTS = List.of(
            "Dr Opal Orchid",
            "Dr Percy Peony",
            "Nurse Tilly Teasel",
            "Dr Basil Bracken",
            "Dr Heather Heath",
            "Mr Reed Rush",
            "Dr Viola Violet",
            "Mrs Poppy Parsley",
            "Dr Rory Rosemary",
            "Ms Clover Clementine");
    private static final List<String> ROLES = List.of(
            "GP partner",
            "Senior partner",
            "Practice nurse",
            "GP partner",
            "GP partner",
            "Finance partner",
            "Salaried GP",
            "Deputy manager",
            "GP partner",
            "Reception lead");

    private final WorkingCalendar calendar;

    Stories(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** @return the stories as told at this moment, in the order in which they begin */
    public List<Story> all(Instant now) {
        Days days = new Days(now, calendar);
        List<Story> all = new ArrayList<>();
        all.addAll(new StoriesOfRequests(days).all());
        all.addAll(new StoriesOfPlanning(days).all());
        all.addAll(new StoriesOfSupport(days).all());
        all.addAll(new StoriesOfClosure(days).all());
        all.sort(Comparator.comparing(Story::begins));
        return List.copyOf(all);
    }

    /** A few stories that belong together. */
    abstract static class Collection {

        private final List<Practice> practices = new InventedCounty().practices();
        private final List<Story> stories = new ArrayList<>();

        List<Story> all() {
            return List.copyOf(stories);
        }

        /** @param practice its number in the county */
        Storyline storyline(int practice) {
            return new Storyline(contact(practice), practice * 7 % 23);
        }

        void add(int practice, Instant begins, String who, Request request, Storyline storyline) {
            Practice of = practices.get(practice - 1);
            stories.add(new Story(
                    of.code(),
                    begins,
                    who,
                    request.from(
                            of.code().value(),
                            contact(practice),
                            ROLES.get(practice % ROLES.size()),
                            of.cqcRating().name()),
                    storyline.steps()));
        }

        static String contact(int practice) {
            return CONTACTS.get(practice % CONTACTS.size());
        }
    }
}
