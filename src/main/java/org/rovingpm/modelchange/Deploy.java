package org.rovingpm.modelchange;

import java.util.Map;

/** Deploys files like any other deployment, with its checks and its review. */
public interface Deploy {

    /**
     * @param name   name of the deployment
     * @param source the deployment source
     * @param files  the contents by file
     */
    void files(String name, String source, Map<String, byte[]> files);
}
