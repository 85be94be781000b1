package org.rovingpm.choice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All lists that people choose from. */
@Component
public class ChoiceLists {

    private final List<ChoiceList<?>> lists;

    public ChoiceLists(List<ChoiceList<?>> lists) {
        this.lists = List.copyOf(lists);
    }

    /** @return the keys by which forms can ask for lists */
    public Set<String> keys() {
        return lists.stream().map(ChoiceList::key).collect(Collectors.toUnmodifiableSet());
    }

    /** @return the list that forms ask for by this key */
    public Optional<ChoiceList<?>> named(String key) {
        return lists.stream().filter(list -> list.key().equals(key)).findFirst();
    }

    /** @return the list whose rows are of this type */
    public ChoiceList<?> of(Class<?> type) {
        return lists.stream()
                .filter(list -> list.type() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No list has rows of the " + type));
    }
}
