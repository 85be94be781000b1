package org.rovingpm.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a timer, or the variable with its moment, that the calendar sets and no working time, such as a Friday at 17:00. It stays
 * where it is when the clocks of its case start again; where that has passed, the module of the process finds the next.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ByCalendar {}
