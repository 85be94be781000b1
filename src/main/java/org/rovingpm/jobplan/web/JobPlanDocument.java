package org.rovingpm.jobplan.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.answer.Question;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.answer.Questions;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.web.PdfDocument;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The plan as a document that the practice can save, opened by the same link as the page that asks for its answer. */
@Controller
class JobPlanDocument {

    private static final String PURPOSE = "job-plan";

    private final Questions questions;
    private final QuestionKinds kinds;
    private final SupportCases cases;
    private final Practices practices;
    private final PdfDocument document;

    JobPlanDocument(
            Questions questions, QuestionKinds kinds, SupportCases cases, Practices practices, PdfDocument document) {
        this.questions = questions;
        this.kinds = kinds;
        this.cases = cases;
        this.practices = practices;
        this.document = document;
    }

    @GetMapping("/answer/{token}/job-plan.pdf")
    ResponseEntity<byte[]> download(@PathVariable String token) {
        Optional<Question> question =
                questions.open(token).filter(found -> found.purpose().equals(PURPOSE));
        return question.map(this::document)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity<byte[]> document(Question question) {
        Map<String, Object> values = new HashMap<>(kinds.of(question).shown(question));
        values.put("reference", question.reference());
        values.put(
                "practiceName", practices.nameOf(cases.get(question.reference()).practices()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("job-plan-%s.pdf".formatted(question.reference()))
                                .build()
                                .toString())
                .body(document.of("jobplan/job-plan-document", values));
    }
}
