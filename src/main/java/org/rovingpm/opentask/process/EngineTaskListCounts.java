package org.rovingpm.opentask.process;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.opentask.OpenTasks;
import org.rovingpm.opentask.TaskListCounts;
import org.springframework.stereotype.Component;

/** Asks the engine for the lists of the person, and counts each as Tasklist does when it is opened. */
@Component
class EngineTaskListCounts implements TaskListCounts {

    private static final String POSITION = "priority";

    private final FilterService lists;
    private final IdentityService identities;

    EngineTaskListCounts(FilterService lists, IdentityService identities) {
        this.lists = lists;
        this.identities = identities;
    }

    @Override
    public List<Counted> of(String person, Collection<String> groups) {
        Authentication before = identities.getCurrentAuthentication();
        try {
            identities.setAuthentication(person, List.copyOf(groups));
            return lists.createFilterQuery().filterResourceType(EntityTypes.TASK).listPage(0, MOST).stream()
                    .sorted(Comparator.comparingInt(EngineTaskListCounts::position)
                            .thenComparing(Filter::getName))
                    .map(this::counted)
                    .toList();
        } finally {
            identities.setAuthentication(before);
        }
    }

    private Counted counted(Filter list) {
        long count = Math.min(lists.count(list.getId()), OpenTasks.MOST_COUNTED);
        return new Counted(list.getName(), BritishFormat.number(count) + (count == OpenTasks.MOST_COUNTED ? "+" : ""));
    }

    private static int position(Filter list) {
        Map<String, Object> properties = list.getProperties();
        return properties != null && properties.get(POSITION) instanceof Number number ? number.intValue() : 0;
    }
}
