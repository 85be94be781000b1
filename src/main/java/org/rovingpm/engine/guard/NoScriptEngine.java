package org.rovingpm.engine.guard;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;

/** No script runs, not even one in a model that was deployed before scripts were refused. */
class NoScriptEngine extends DefaultScriptEngineResolver {

    NoScriptEngine() {
        super(new ScriptEngineManager());
    }

    @Override
    public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
        throw new RefusedByGuard("Scripts are not allowed, also not in \"" + language + "\".");
    }
}
