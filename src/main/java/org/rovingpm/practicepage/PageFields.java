package org.rovingpm.practicepage;

import java.util.List;
import java.util.Map;
import org.rovingpm.notification.FieldValues;
import org.rovingpm.notification.SubjectFields;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The link to the practice's own page, in messages that are about it and in those that may have it besides. */
@Configuration(proxyBeanMethods = false)
class PageFields {

    private static final String LINK = "practicePageLink";
    private static final String MEANING =
            "The practice's own page: where its case stands, who comes when, a question to the office";
    private static final String EXAMPLE = "https://example.org/your-support/…";

    @Bean
    SubjectFields practicePageLink() {
        return new Fields("practice-page-link", TemplateField.link(LINK, MEANING, EXAMPLE));
    }

    @Bean
    SubjectFields practicePage() {
        return new Fields("practice-page", TemplateField.optionalLink(LINK, MEANING, EXAMPLE));
    }

    private record Fields(String about, TemplateField link) implements SubjectFields {

        @Override
        public List<TemplateField> fields() {
            return List.of(link);
        }

        @Override
        public FieldValues of(CaseReference reference) {
            return FieldValues.of(Map.of());
        }
    }
}
