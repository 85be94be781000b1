/** What managers change in the models: each change is compared, tried out, brought to running cases or reverted, all on record. */
@org.springframework.modulith.ApplicationModule(displayName = "Model changes")
package org.rovingpm.modelchange;
