package org.rovingpm.supportcase.web;

import java.util.Arrays;
import java.util.List;

/** Who asks, and so what is asked and in which order. */
enum Journey {

    /** A practice for itself. */
    REQUEST(
            "request-help",
            Step.PRACTICE,
            Step.CONTACT,
            Step.HELP,
            Step.SITUATION,
            Step.RISK,
            Step.ABOUT,
            Step.CONFIDENTIAL),
    /** The liaison team for a practice, with its consent. */
    REFERRAL(
            "refer",
            Step.PRACTICE,
            Step.CONSENT,
            Step.CONTACT,
            Step.HELP,
            Step.SITUATION,
            Step.RISK,
            Step.ABOUT,
            Step.CONFIDENTIAL);

    static final String PATHS = "/{journey:request-help|refer}";

    private final String path;
    private final List<Step> steps;

    Journey(String path, Step... steps) {
        this.path = path;
        this.steps = List.of(steps);
    }

    static Journey of(String path) {
        return Arrays.stream(values())
                .filter(journey -> journey.path.equals(path))
                .findFirst()
                .orElseThrow();
    }

    List<Step> steps() {
        return steps;
    }

    public String start() {
        return "/" + path;
    }

    public String at(String page) {
        return start() + "/" + page;
    }

    public String at(Step step) {
        return at(step.path());
    }

    /** The page after this one. */
    String after(Step step) {
        int next = steps.indexOf(step) + 1;
        return next < steps.size() ? at(steps.get(next)) : at("check");
    }

    String before(Step step) {
        int place = steps.indexOf(step);
        return place > 0 ? at(steps.get(place - 1)) : start();
    }
}
