package org.rovingpm.engine;

import java.util.Map;

/**
 * What a form without a use case, one that managers have added, can show of its case beside the variables of the process. Like all
 * that forms show it is looked up each time, and only for those who may do the task.
 */
public interface ShownOfCase {

    /**
     * @param reference of the case, as it is written
     * @return values by the names under which forms show them; none where there is no such case
     */
    Map<String, Object> of(String reference);
}
