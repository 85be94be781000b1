package org.rovingpm.notification.template;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.notification.TemplateField;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Office;
import org.rovingpm.supportcase.SupportCases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries a template before it is put in force: with invented values, or with the facts of a case that the writer may see. */
@Component
public class TryTemplate {

    private static final int MOST_CASES = 20;
    private static final Logger LOG = LoggerFactory.getLogger(TryTemplate.class);

    private final ChangeTemplate changeTemplate;
    private final TemplateFields templateFields;
    private final MessageTemplates templates;
    private final SupportCases cases;
    private final HiddenCases hiddenCases;
    private final JdbcClient jdbc;

    TryTemplate(
            ChangeTemplate changeTemplate,
            TemplateFields templateFields,
            MessageTemplates templates,
            SupportCases cases,
            HiddenCases hiddenCases,
            JdbcClient jdbc) {
        this.changeTemplate = changeTemplate;
        this.templateFields = templateFields;
        this.templates = templates;
        this.cases = cases;
        this.hiddenCases = hiddenCases;
        this.jdbc = jdbc;
    }

    /** Whoever writes the template; only the office sees cases. */
    public record Writer(String person, Collection<String> groups) {}

    /** A case to try it on, by the names of its practices. */
    public record TrialCase(String reference, String practices) {}

    /** The message as a recipient would read it; its links lead nowhere. */
    public record Preview(String subject, String body) {}

    /** @return the latest cases in which this message was sent, then the latest others: at most {@value #MOST_CASES} */
    public List<TrialCase> casesFor(String name, Writer writer) {
        if (!aboutCases(name) || !Office.includes(writer.groups())) {
            return List.of();
        }
        return jdbc.sql("""
                with told as (
                    select case_reference as reference, max(id) as last
                      from (select case_reference, id from message
                             where template = :template and case_reference is not null order by id desc limit 200) latest
                     group by case_reference),
                newest as (
                    select reference, null::bigint as last from published_case c
                     where reference not in (select reference from told)
                       and not exists (select from published_hidden_cases(:person, :today) h where h.case_reference = c.reference)
                     order by reference desc limit :most)
                select c.reference, array(select p.name from published_case_practice l join published_practice p on p.ods_code = l.ods_code
                                           where l.case_reference = c.reference order by l.leads desc, l.ods_code) as practices
                  from (select * from told union all select * from newest) c
                 where not exists (select from published_hidden_cases(:person, :today) h where h.case_reference = c.reference)
                 order by c.last desc nulls last, c.reference desc limit :most""")
                .param("template", name)
                .param("person", writer.person())
                .param("today", hiddenCases.today())
                .param("most", MOST_CASES)
                .query((row, number) -> new TrialCase(row.getString("reference"), Practices.inWords(List.of((String[])
                        row.getArray("practices").getArray()))))
                .list();
    }

    /**
     * @param reference the case whose facts it shows; empty for invented values
     * @return the message; refuses a template that could fail, a case that the writer may not see, and one that has not come to
     *     what the message is about
     */
    public Preview preview(String name, ChangeTemplate.Form form, String reference, Writer writer) {
        MessageTemplate template = changeTemplate.changed(name, form);
        List<TemplateField> fields = templateFields.of(template);
        Map<String, Object> values =
                reference.isBlank() ? templateFields.examples(template) : facts(template, fields, reference, writer);
        return new Preview(
                TemplateText.render(template.subject(), fields, values),
                TemplateText.render(template.body(), fields, values));
    }

    private Map<String, Object> facts(
            MessageTemplate template, List<TemplateField> fields, String number, Writer writer) {
        CaseReference reference = CaseReference.read(number)
                .filter(it -> aboutCases(template.name())
                        && Office.includes(writer.groups())
                        && !hiddenCases.hides(it, writer.person())
                        && cases.find(it).isPresent())
                .orElseThrow(() -> new Refusal("There is no such case to try it on: choose another."));
        // What only the moment of sending knows is invented here, too
        Map<String, Object> values = fields.stream()
                .filter(field -> (field.link() || !field.optional()) && !field.isRows())
                .collect(Collectors.toMap(TemplateField::name, TemplateField::example));
        try {
            values.putAll(templateFields.values(template, reference).values());
            values.put(TemplateFields.RECIPIENT, recipient(template, reference));
        } catch (RuntimeException notYet) {
            // A message is only ever sent once there is what it is about; a trial may come before
            LOG.debug("Case {} has nothing to fill “{}” with", reference, template.name(), notYet);
            throw new Refusal(
                    "Case %s has not come to what this message is about: choose another.".formatted(reference));
        }
        return values;
    }

    private Object recipient(MessageTemplate template, CaseReference reference) {
        return template.to().stream()
                .flatMap(role -> templateFields.recipient(role).of(reference).stream())
                .map(found -> (Object) found.name())
                .findFirst()
                .orElseGet(() -> templateFields.examples(template).get(TemplateFields.RECIPIENT));
    }

    private boolean aboutCases(String name) {
        return templates.find(name).map(templateFields::of).orElse(List.of()).stream()
                .anyMatch(field -> field.name().equals(CaseFields.REFERENCE));
    }
}
