package org.rovingpm.practice.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.fixture.SharedData;
import org.rovingpm.practice.register.RegisterEntry;
import org.rovingpm.practice.register.RegisterEntry.Relation;
import org.rovingpm.practice.register.RegisterEntry.Role;
import org.rovingpm.practice.register.RegisterPage;
import org.rovingpm.practice.register.RegisterPage.Listed;

/** Answers of the register, as they really are and as they might be. */
class RegisterAnswersShapeTest {

    private static String sample(String name) throws IOException {
        return Files.readString(SharedData.file("ods_api/" + name));
    }

    @Test
    void aListIsAPageWithItsLength() throws IOException {
        RegisterPage page = OrdAnswers.page(sample("ord_list_RO197.json"), Map.of("x-total-count", "1"));

        assertThat(page)
                .isEqualTo(new RegisterPage(java.util.List.of(new Listed("RWR", "RO197", true, "2020-04-06")), 1L));
    }

    @Test
    void aListOfLinksHasNoCodes() throws IOException {
        assertThat(OrdAnswers.page(sample("ord_sync.json"), null).organisations())
                .hasSize(2)
                .allMatch(listed -> listed.code() == null);
    }

    @Test
    void anEntryIsReadWithItsRolesAndRelations() throws IOException {
        RegisterEntry entry = OrdAnswers.entry(sample("ord_organisation_RWR.json"));

        assertThat(entry.code()).isEqualTo("RWR");
        assertThat(entry.name()).isEqualTo("HERTFORDSHIRE PARTNERSHIP UNIVERSITY NHS FOUNDATION TRUST");
        assertThat(entry.address()).containsExactly("THE COLONNADES", "BEACONSFIELD CLOSE", "HATFIELD");
        assertThat(entry.postcode()).isEqualTo("AL10 8YE");
        assertThat(entry.country()).isEqualTo("ENGLAND");
        assertThat(entry.telephone()).isEqualTo("01707 253800");
        assertThat(entry.active()).isTrue();
        assertThat(entry.roles()).containsExactly(new Role("RO197", true), new Role("RO57", true));
        assertThat(entry.relations())
                .containsExactly(
                        new Relation("RE5", "QM7", "RO261", true, null),
                        new Relation("RE5", "Q79", "RO210", false, "2020-03-31"));
        assertThat(entry.opened()).isEqualTo("2001-04-01");
        assertThat(entry.closed()).isNull();
        assertThat(entry.changed()).isEqualTo("2020-04-06");
    }

    @Test
    void anEntryInFhirIsReadToo() throws IOException {
        RegisterEntry entry = OrdAnswers.entry(sample("stu3_organization_N81082.json"));

        assertThat(entry)
                .isEqualTo(new RegisterEntry(
                        "N81082",
                        "CITY WALLS MEDICAL CENTRE",
                        java.util.List.of("ST. MARTINS WAY", "CHESTER", "CHESHIRE"),
                        "CH1 2NR",
                        "ENGLAND",
                        "01244 357800",
                        true,
                        java.util.List.of(new Role("177", true), new Role("76", true)),
                        java.util.List.of(),
                        "1974-04-01",
                        null,
                        "2021-03-24T00:00:00+00:00"));
        assertThat(OrdAnswers.entry(sample("stu3_organization_A6JR_not_a_practice.json"))
                        .roles())
                .containsExactly(new Role("104", true));
    }

    @Test
    void fhirWithListsIsReadAsWell() {
        RegisterEntry entry = OrdAnswers.entry("""
            {"resourceType":"Organization","identifier":[{"value":"N81082"}],"active":false,"name":"X",
             "address":[{"line":["A"],"postalCode":"CH1 2NR"}]}""");

        assertThat(entry.code()).isEqualTo("N81082");
        assertThat(entry.active()).isFalse();
        assertThat(entry.address()).containsExactly("A");
    }

    @Test
    void whatAnEntryLeavesOutIsEmpty() {
        RegisterEntry entry = OrdAnswers.entry(
                "{\"Organisation\":{\"OrgId\":{\"extension\":\"C84001\"},\"Contacts\":null,\"Rels\":{},\"Date\":[]}}");

        assertThat(entry.code()).isEqualTo("C84001");
        assertThat(entry.address()).isEmpty();
        assertThat(entry.relations()).isEmpty();
        assertThat(entry.telephone()).isNull();
        assertThat(entry.opened()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[",
                "{}",
                "[]",
                "null",
                "{\"Organisation\":[]}",
                "<html>",
                "{\"resourceType\":\"OperationOutcome\"}"
            })
    void anythingElseIsRefused(String answer) {
        assertThatThrownBy(() -> OrdAnswers.page(answer, Map.of())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> {
                    RegisterEntry entry = OrdAnswers.entry(answer);
                    assertThat(entry.code())
                            .as("an entry without a code is refused by whoever asked")
                            .isNull();
                    throw new IllegalStateException();
                })
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aLengthThatIsNotANumberIsIgnored() {
        assertThat(OrdAnswers.page("{\"Organisations\":[]}", Map.of("X-Total-Count", "many"))
                        .total())
                .isNull();
    }
}
