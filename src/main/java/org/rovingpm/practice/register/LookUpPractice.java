package org.rovingpm.practice.register;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rovingpm.engine.StartProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.PracticeRegisterRefreshProcess.Messages;
import org.rovingpm.practice.PracticeRegisterRefreshProcess.Variables;
import org.rovingpm.practice.register.RegisterQuestion.Kind;
import org.rovingpm.practice.register.RegisterRefreshes.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the NHS register for a practice that somebody named and that is not known here: each code once a day, at most 200
 * codes a day, and only what looks like the code of a practice.
 */
@Component
@NamedInterface("register")
public class LookUpPractice {

    private static final Logger LOG = LoggerFactory.getLogger(LookUpPractice.class);
    private static final Pattern PRACTICE = Pattern.compile("[A-Z][0-9]{5}");
    private static final int MOST_IN_A_DAY = 200;

    private final RegisterApi api;
    private final RegisterRefreshes refreshes;
    private final StartProcess startProcess;

    LookUpPractice(RegisterApi api, RegisterRefreshes refreshes, StartProcess startProcess) {
        this.api = api;
        this.refreshes = refreshes;
        this.startProcess = startProcess;
    }

    /**
     * Asks in a transaction of its own, which is committed even if the request that named the code is refused.
     *
     * @return what to tell the person; empty if the register is not asked, or does not have the practice either
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<String> ask(OdsCode code) {
        if (!api.isSet() || !PRACTICE.matcher(code.value()).matches()) {
            return Optional.empty();
        }
        Optional<Long> begun = refreshes.begin(code, MOST_IN_A_DAY);
        begun.ifPresent(refresh -> {
            refreshes.addQuestion(refresh, Kind.PRACTICE, code.value(), 1);
            startProcess.startByMessage(
                    Messages.PRACTICE_REQUESTED, code.value(), Map.of(Variables.REGISTER_REFRESH, refresh));
            LOG.info("The register is asked for the practice {}.", code);
        });
        return begun.isPresent()
                ? Optional.of(beingAsked(code))
                : refreshes.ofToday(code).flatMap(today -> answer(code, today.outcome()));
    }

    private static Optional<String> answer(OdsCode code, Outcome outcome) {
        if (outcome == null) {
            return Optional.of(beingAsked(code));
        }
        return outcome != Outcome.NOT_SERVED
                ? Optional.empty()
                : Optional.of("The practice with the ODS code “%s” is not one of those that this scheme serves."
                        .formatted(code));
    }

    private static String beingAsked(OdsCode code) {
        return ("No practice with the ODS code “%s” is known here yet. The NHS register is being asked for it:"
                        + " try again in a few minutes.")
                .formatted(code);
    }
}
