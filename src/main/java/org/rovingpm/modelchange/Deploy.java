package org.rovingpm.modelchange;

import java.util.Map;

/** Puts files in force through the way that every deployment takes, with its checks and its review. */
public interface Deploy {

    /**
     * @param name   what the deployment is called
     * @param source whose content it is: the name of a deployment source
     * @param files  the contents by file
     */
    void files(String name, String source, Map<String, byte[]> files);
}
