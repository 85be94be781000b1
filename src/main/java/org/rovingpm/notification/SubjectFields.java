package org.rovingpm.notification;

import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/**
 * What templates may say about one subject of a case, such as its plan. A bean of the module that knows the subject; a
 * template names the subjects it is about in its header.
 */
public interface SubjectFields {

    /** @return its name in the headers of templates, such as "plan" */
    String about();

    List<TemplateField> facts();

    FieldValues of(CaseReference reference);

    /** @return whether it is a subject of one case, whose own facts a template may then use too */
    default boolean ofCase() {
        return true;
    }
}
