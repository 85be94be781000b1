package org.rovingpm.notification.template;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Refuses to start with a packaged template that could fail. */
@Component
class CheckTemplatesAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(CheckTemplatesAtStart.class);

    private final MessageTemplates templates;
    private final TemplateFields templateFields;

    CheckTemplatesAtStart(MessageTemplates templates, TemplateFields templateFields) {
        this.templates = templates;
        this.templateFields = templateFields;
    }

    @Override
    public void afterSingletonsInstantiated() {
        for (MessageTemplate template : templates.all()) {
            List<String> problems = templateFields.problems(template);
            if (problems.isEmpty()) {
                continue;
            }
            if (template.isPackaged()) {
                throw new IllegalStateException(
                        "Template %s: %s".formatted(template.name(), String.join(" ", problems)));
            }
            LOG.error(
                    "The template {} that {} wrote does not fit this version: {}",
                    template.name(),
                    template.changedBy(),
                    String.join(" ", problems));
        }
    }
}
