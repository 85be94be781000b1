/** What managers change in the models: each change compared, tried out, brought to running cases or taken back, with a record of it all. */
@org.springframework.modulith.ApplicationModule(displayName = "Model changes")
package org.rovingpm.modelchange;
