package org.rovingpm.caselist;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.access.Role;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saves a view by name, renames it, and shares it with the team. */
@Component
public class SaveView {

    /** @param sharedWith the group of one of the owner's roles; missing for nobody */
    public record Form(
            @NotNull(message = "Give the view a name.") @PlainText(label = "Name of the view", max = 60, oneLine = true)
            String name,

            @PlainText(label = "Who sees it", max = 64, oneLine = true)
            String sharedWith) {}

    private final SavedViews views;

    SaveView(SavedViews views) {
        this.views = views;
    }

    /**
     * Refuses a group to which the owner does not belong, and more views than anybody finds their way among.
     *
     * @param shown the part of the address that says which cases, and in which order
     */
    @Transactional
    public void save(CaseReader owner, Form form, String shown) {
        if (views.count(owner.person()) >= SavedViews.MOST) {
            throw new Refusal("You have saved as many views as can be kept apart: remove one first.");
        }
        views.save(owner.person(), form.name(), shown, sharedWith(owner, form));
    }

    /** Refuses a name that another view of the owner's has. */
    public void change(CaseReader owner, long id, Form form) {
        if (!views.change(id, owner.person(), form.name(), sharedWith(owner, form))) {
            throw new Refusal("name", "You have another view of this name.");
        }
    }

    private static Role sharedWith(CaseReader owner, Form form) {
        if (form.sharedWith() == null) {
            return null;
        }
        return owner.roles().stream()
                .filter(role -> role.group().equals(form.sharedWith()))
                .findFirst()
                .orElseThrow(() -> new Refusal("sharedWith", "Choose who sees the view."));
    }
}
