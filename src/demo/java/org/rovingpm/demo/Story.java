package org.rovingpm.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rovingpm.practice.OdsCode;

/**
 * What happens in one case of the demonstration, up to the end of its storyline; from there on it waits for somebody.
 *
 * @param practice each practice has one story at most
 * @param begins   when help is requested
 * @param who      user id of the person who requests it
 * @param request  the request form, given the day
 */
public record Story(
        OdsCode practice,
        Instant begins,
        String who,
        Function<LocalDate, Map<String, Object>> request,
        List<Step> steps) {}
