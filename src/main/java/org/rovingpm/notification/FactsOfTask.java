package org.rovingpm.notification;

import java.util.List;
import java.util.Map;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** What a reminder of a task may say of it; told by whoever reminds. */
@Component
class FactsOfTask implements MessageFacts {

    @Override
    public String about() {
        return "task";
    }

    @Override
    public List<Fact> facts() {
        return List.of(
                Fact.text("task", "The task that is late", "Choose PM"),
                Fact.text("due", "When it should have been done", "Monday 23 November 2026 at 13:00"));
    }

    @Override
    public FactsNow of(CaseReference reference) {
        return FactsNow.of(Map.of());
    }
}
