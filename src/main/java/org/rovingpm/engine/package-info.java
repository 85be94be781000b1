/** The workflow engine: its settings, its guards, and the bridge between its forms and the use cases. */
@org.springframework.modulith.ApplicationModule(displayName = "Engine")
package org.rovingpm.engine;
