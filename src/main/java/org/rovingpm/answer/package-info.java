/** Questions put to practices by signed link: each answered once, by whoever holds a link, without an account. */
@org.springframework.modulith.ApplicationModule(displayName = "Answers by link")
package org.rovingpm.answer;
