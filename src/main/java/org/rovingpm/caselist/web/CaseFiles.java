package org.rovingpm.caselist.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.account.log.SecurityEvent;
import org.rovingpm.account.log.SecurityLog;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.caselist.CaseFilter.Shown;
import org.rovingpm.caselist.CaseList;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.caselist.ListedCase;
import org.rovingpm.format.BritishFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The cases of a view as a file for a spreadsheet. They are read in one question, and the connection to the database is given back
 * before the file is written: whoever is slow to fetch it keeps nobody waiting.
 */
@Controller
class CaseFiles {

    private final CaseList cases;
    private final CaseAddressReader addresses;
    private final PersonDirectory people;
    private final SecurityLog log;
    private final Clock clock;

    CaseFiles(CaseList cases, CaseAddressReader addresses, PersonDirectory people, SecurityLog log, Clock clock) {
        this.cases = cases;
        this.addresses = addresses;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    @GetMapping(CaseAddress.PAGE + ".csv")
    void csv(@RequestParam Map<String, String> sent, Authentication person, HttpServletResponse response)
            throws IOException {
        write(new CsvFile(), "csv", sent, person, response);
    }

    @GetMapping(CaseAddress.PAGE + ".xlsx")
    void workbook(@RequestParam Map<String, String> sent, Authentication person, HttpServletResponse response)
            throws IOException {
        write(new WorkbookFile(), "xlsx", sent, person, response);
    }

    private void write(
            CaseFile file, String ending, Map<String, String> sent, Authentication person, HttpServletResponse response)
            throws IOException {
        CaseReader reader = CaseListPages.reader(person);
        CaseAddress address = addresses.read(sent, reader);
        if (address.filter().shown() == Shown.PAST) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<ListedCase> found = cases.forFile(reader, address.filter(), address.sorting());
        List<ListedCase> written = found.stream().limit(CaseList.MOST_IN_FILE).toList();
        List<CaseRow> rows = CaseRow.of(written, CaseListPages.namesIn(written, people), clock.instant());
        log.add(
                SecurityEvent.Kind.CASES_EXPORTED,
                reader.person(),
                null,
                BritishFormat.count(written.size(), "case") + ": " + address.view());
        response.setContentType(file.contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("cases-%s.%s".formatted(LocalDate.now(clock.withZone(SchemeTime.ZONE)), ending))
                        .build()
                        .toString());
        file.write(rows, cut(found.size()), response.getOutputStream());
    }

    /** @return what the last row says where there are more cases than the file holds; otherwise null */
    private static String cut(int found) {
        return found <= CaseList.MOST_IN_FILE
                ? null
                : "There are more cases: these are the first %s. Narrow what is shown to have them all."
                        .formatted(BritishFormat.number(CaseList.MOST_IN_FILE));
    }
}
