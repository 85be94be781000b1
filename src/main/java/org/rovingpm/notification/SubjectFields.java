package org.rovingpm.notification;

import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/**
 * The template fields of one subject of a case, such as its plan. A bean of the module that knows the subject.
 * Templates name their subjects in their header.
 */
public interface SubjectFields {

    /** @return its name in the headers of templates, such as "plan" */
    String about();

    List<TemplateField> fields();

    FieldValues of(CaseReference reference);

    /** @return whether it belongs to one case, whose own fields a template may then use too */
    default boolean ofCase() {
        return true;
    }
}
