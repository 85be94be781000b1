package org.rovingpm.practice.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.rovingpm.practice.register.RegisterEntry;
import org.rovingpm.practice.register.RegisterEntry.Relation;
import org.rovingpm.practice.register.RegisterEntry.Role;
import org.rovingpm.practice.register.RegisterPage;
import org.rovingpm.practice.register.RegisterPage.Listed;

/**
 * The answers of the register's API in the shape of ORD 2-0-0: {@code {"Organisations": [...]}} for a list and
 * {@code {"Organisation": {...}}} for one entry. The entry of an API that speaks FHIR is read by {@link FhirEntry}. What has neither
 * shape is refused.
 */
final class OrdAnswers {

    private static final String TOTAL = "X-Total-Count";
    private static final String ACTIVE = "Active";
    private static final List<String> ADDRESS = List.of("AddrLn1", "AddrLn2", "AddrLn3", "Town", "County");

    private OrdAnswers() {}

    /** @param headers among which the API gives the length of the whole list, whatever the case of their letters */
    static RegisterPage page(String answer, Map<String, String> headers) {
        SpinJsonNode organisations = child(Spin.JSON(answer), "Organisations")
                .filter(SpinJsonNode::isArray)
                .orElseThrow(
                        () -> new IllegalStateException("The register did not answer with a list of organisations."));
        return new RegisterPage(
                organisations.elements().stream().map(OrdAnswers::listed).toList(), total(headers));
    }

    static RegisterEntry entry(String answer) {
        SpinJsonNode json = Spin.JSON(answer);
        return child(json, "Organisation")
                .map(OrdAnswers::ordEntry)
                .or(() -> FhirEntry.of(json))
                .orElseThrow(() -> new IllegalStateException("The register did not answer with an organisation."));
    }

    private static Listed listed(SpinJsonNode node) {
        return new Listed(
                text(node, "OrgId"),
                text(node, "PrimaryRoleId"),
                ACTIVE.equals(text(node, "Status")),
                text(node, "LastChangeDate"));
    }

    private static RegisterEntry ordEntry(SpinJsonNode node) {
        Optional<SpinJsonNode> location = child(node, "GeoLoc").flatMap(geo -> child(geo, "Location"));
        SpinJsonNode dates = period(node).orElse(null);
        return new RegisterEntry(
                child(node, "OrgId").map(id -> text(id, "extension")).orElse(null),
                text(node, "Name"),
                location.map(at -> ADDRESS.stream()
                                .map(line -> text(at, line))
                                .filter(java.util.Objects::nonNull)
                                .toList())
                        .orElse(List.of()),
                location.map(at -> text(at, "PostCode")).orElse(null),
                location.map(at -> text(at, "Country")).orElse(null),
                list(node, "Contacts", "Contact")
                        .filter(contact -> "tel".equals(text(contact, "type")))
                        .map(contact -> text(contact, "value"))
                        .findFirst()
                        .orElse(null),
                ACTIVE.equals(text(node, "Status")),
                list(node, "Roles", "Role")
                        .map(role -> new Role(text(role, "id"), ACTIVE.equals(text(role, "Status"))))
                        .toList(),
                list(node, "Rels", "Rel").map(OrdAnswers::relation).toList(),
                text(dates, "Start"),
                text(dates, "End"),
                text(node, "LastChangeDate"));
    }

    private static Relation relation(SpinJsonNode node) {
        Optional<SpinJsonNode> target = child(node, "Target");
        return new Relation(
                text(node, "id"),
                target.flatMap(to -> child(to, "OrgId"))
                        .map(id -> text(id, "extension"))
                        .orElse(null),
                target.flatMap(to -> child(to, "PrimaryRoleId"))
                        .map(role -> text(role, "id"))
                        .orElse(null),
                ACTIVE.equals(text(node, "Status")),
                period(node).map(dates -> text(dates, "End")).orElse(null));
    }

    /** The operational period, or where there is none the legal one. */
    private static Optional<SpinJsonNode> period(SpinJsonNode node) {
        List<SpinJsonNode> periods = new ArrayList<>(child(node, "Date")
                .filter(SpinJsonNode::isArray)
                .map(dates -> List.<SpinJsonNode>copyOf(dates.elements()))
                .orElse(List.of()));
        return periods.stream()
                .filter(period -> "Operational".equals(text(period, "Type")))
                .findFirst()
                .or(() -> periods.stream().findFirst());
    }

    private static Stream<SpinJsonNode> list(SpinJsonNode node, String outer, String inner) {
        return child(node, outer).flatMap(around -> child(around, inner)).filter(SpinJsonNode::isArray).stream()
                .flatMap(list -> list.elements().stream());
    }

    private static Long total(Map<String, String> headers) {
        return headers == null
                ? null
                : headers.entrySet().stream()
                        .filter(header -> TOTAL.equalsIgnoreCase(header.getKey())
                                && header.getValue().matches("\\d{1,9}"))
                        .map(header -> Long.valueOf(header.getValue()))
                        .findFirst()
                        .orElse(null);
    }

    static Optional<SpinJsonNode> child(SpinJsonNode node, String name) {
        return node != null
                        && node.isObject()
                        && node.hasProp(name)
                        && !node.prop(name).isNull()
                ? Optional.of(node.prop(name))
                : Optional.empty();
    }

    /** @return the text, or number, of this name; null if there is none */
    static String text(SpinJsonNode node, String name) {
        return child(node, name)
                .filter(value -> value.isString() || value.isNumber() || value.isBoolean())
                .map(value -> String.valueOf(value.value()))
                .orElse(null);
    }
}
