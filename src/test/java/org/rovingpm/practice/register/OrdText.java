package org.rovingpm.practice.register;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes answers as the register's API does (ORD 2-0-0), about made-up practices. */
class OrdText {

    private OrdText() {}

    /** An entry of a list. */
    static String listed(String code, String changed) {
        return """
            {"Name":"%s","OrgId":"%s","Status":"Active","OrgRecordClass":"RC1","PostCode":"NG7 2NR","LastChangeDate":"%s",
             "PrimaryRoleId":"RO177","PrimaryRoleDescription":"PRESCRIBING COST CENTRE","OrgLink":"https://x/organisations/%s"}""".formatted("SURGERY " + code, code, changed, code);
    }

    static String list(String... entries) {
        return Arrays.stream(entries).collect(Collectors.joining(",", "{\"Organisations\":[", "]}"));
    }

    /** A practice in force since 1974, commissioned by the sub-ICB location 52R. */
    static String practice(String code, String changed) {
        return """
            {"Organisation":{"Name":"SURGERY %s","Date":[{"Type":"Legal","Start":"1970-01-01"},{"Type":"Operational","Start":"1974-04-01"}],
             "OrgId":{"root":"2.16.840.1.113883.2.1.3.2.4.18.48","assigningAuthorityName":"HSCIC","extension":"%s"},
             "Status":"Active","LastChangeDate":"%s","orgRecordClass":"RC1",
             "GeoLoc":{"Location":{"AddrLn1":"1 HIGH STREET","Town":"NOTTINGHAM","PostCode":"NG7 2NR","Country":"ENGLAND"}},
             "Contacts":{"Contact":[{"type":"http","value":"HTTPS://EXAMPLE.ORG"},{"type":"tel","value":"0115 496 0001"}]},
             "Roles":{"Role":[{"id":"RO177","uniqueRoleId":1,"primaryRole":true,"Status":"Active"},
                              {"id":"RO76","uniqueRoleId":2,"Status":"Active"}]},
             "Rels":{"Rel":[%s,%s]}}}""".formatted(
                        code,
                        code,
                        changed,
                        relation("RE4", "03X", "RO98", "Inactive"),
                        relation("RE4", "52R", "RO98", "Active"));
    }

    /** The same, closed. */
    static String closed(String code, String changed) {
        return practice(code, changed)
                .replace("\"Status\":\"Active\"", "\"Status\":\"Inactive\"")
                .replace("\"Start\":\"1974-04-01\"", "\"Start\":\"1974-04-01\",\"End\":\"2026-09-30\"");
    }

    /** A sub-ICB location in the area of an ICB. */
    static String subIcb(String code, String icb) {
        return """
            {"Organisation":{"Name":"NHS SUB ICB %s","OrgId":{"extension":"%s"},"Status":"Active","LastChangeDate":"2026-01-01",
             "Roles":{"Role":[{"id":"RO98","primaryRole":true,"Status":"Active"}]},"Rels":{"Rel":[%s]}}}""".formatted(code, code, relation("RE5", icb, "RO261", "Active"));
    }

    private static String relation(String kind, String target, String role, String status) {
        return """
            {"Date":[{"Type":"Operational","Start":"2019-04-01"}],"Status":"%s","id":"%s","uniqueRelId":1,
             "Target":{"OrgId":{"extension":"%s"},"PrimaryRoleId":{"id":"%s","uniqueRoleId":1}}}""".formatted(status, kind, target, role);
    }
}
