package org.rovingpm.practice.process;

import static org.rovingpm.practice.process.OrdAnswers.child;
import static org.rovingpm.practice.process.OrdAnswers.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.spin.json.SpinJsonNode;
import org.rovingpm.practice.register.RegisterEntry;
import org.rovingpm.practice.register.RegisterEntry.Role;

/**
 * One organisation in the shape of FHIR. STU3 writes identifier and address as objects, R4 as lists of them; roles come without
 * the letters "RO", and relations do not come at all.
 */
final class FhirEntry {

    private static final String PERIOD = "ActivePeriod-1";
    private static final String ROLE = "OrganizationRole-1";

    private FhirEntry() {}

    static Optional<RegisterEntry> of(SpinJsonNode node) {
        return Optional.ofNullable("Organization".equals(text(node, "resourceType")) ? entry(node) : null);
    }

    private static RegisterEntry entry(SpinJsonNode node) {
        SpinJsonNode address = each(node, "address").findFirst().orElse(null);
        SpinJsonNode period = extensions(node, PERIOD)
                .findFirst()
                .flatMap(extension -> child(extension, "valuePeriod"))
                .orElse(null);
        return new RegisterEntry(
                each(node, "identifier")
                        .map(identifier -> text(identifier, "value"))
                        .findFirst()
                        .orElse(text(node, "id")),
                text(node, "name"),
                lines(address),
                text(address, "postalCode"),
                text(address, "country"),
                each(node, "telecom")
                        .filter(contact -> "phone".equals(text(contact, "system")))
                        .map(contact -> text(contact, "value"))
                        .findFirst()
                        .orElse(null),
                "true".equals(text(node, "active")),
                extensions(node, ROLE).map(FhirEntry::role).toList(),
                List.of(),
                text(period, "start"),
                text(period, "end"),
                child(node, "meta").map(meta -> text(meta, "lastUpdated")).orElse(null));
    }

    private static List<String> lines(SpinJsonNode address) {
        Stream<String> lines = child(address, "line").filter(SpinJsonNode::isArray).stream()
                .flatMap(line -> line.elements().stream())
                .filter(SpinJsonNode::isString)
                .map(SpinJsonNode::stringValue);
        return Stream.concat(
                        lines,
                        Stream.of("city", "district")
                                .map(name -> text(address, name))
                                .filter(java.util.Objects::nonNull))
                .toList();
    }

    private static Role role(SpinJsonNode extension) {
        String id = part(extension, "role")
                .flatMap(part -> child(part, "valueCoding"))
                .map(coding -> text(coding, "code"))
                .orElse(null);
        return new Role(
                id,
                part(extension, "status")
                        .map(part -> "Active".equals(text(part, "valueString")))
                        .orElse(true));
    }

    private static Optional<SpinJsonNode> part(SpinJsonNode extension, String url) {
        return each(extension, "extension")
                .filter(part -> url.equals(text(part, "url")))
                .findFirst();
    }

    private static Stream<SpinJsonNode> extensions(SpinJsonNode node, String kind) {
        return each(node, "extension")
                .filter(extension -> String.valueOf(text(extension, "url")).endsWith(kind));
    }

    /** The objects of this name, whether there is one or a list. */
    private static Stream<SpinJsonNode> each(SpinJsonNode node, String name) {
        return child(node, name).stream()
                .flatMap(value -> value.isArray() ? value.elements().stream() : Stream.of(value))
                .filter(SpinJsonNode::isObject);
    }
}
