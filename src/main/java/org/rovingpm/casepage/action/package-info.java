/** What can be done in a case from its page: each action by its address, its words, and the rule by which it is possible. */
package org.rovingpm.casepage.action;
