/** The models in the engine: those packaged with the application, deployed at its start, and those that managers have deployed. */
@org.springframework.modulith.NamedInterface("deployment")
package org.rovingpm.engine.deployment;
