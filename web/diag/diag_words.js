'use strict';
// The words of the device check. The report itself is English: it is read by those who mend.
var DiagWords = (() => {
  const en = {
    title: 'Device check',
    lead: 'Tells in two minutes what works on this device. Nothing is sent; you copy the report yourself.',
    pass: 'works', fail: 'fails', running: 'running', waiting: 'not tried',
    platform: 'WebAssembly and browser', webgl: 'Drawing (WebGL 2)', loss: 'Drawing comes back after a loss',
    fonts: 'Fonts and read-back', storage: 'Storage on this device', timing: 'Smoothness', network: 'Connection to the server',
    typing: 'Input method', scrolling: 'Scrolling by touch',
    typingTitle: 'Please type', typingLabel: 'Write a word with your usual keyboard, in Chinese if you can',
    typingDone: 'Received: ', scrollingTitle: 'Please scroll',
    scrollingLabel: 'Move the stripes with your finger or the mouse wheel.', scrollingDone: 'Moved by the browser itself.',
    scrollingOdd: 'Moved, but the touch was not taken over by the browser.',
    reportTitle: 'Report', reportLabel: 'What was found', copy: 'Copy the report', copied: 'Copied.',
    copyFailed: 'The browser did not allow it: select the text and copy it.',
  };
  const zh = {
    title: '设备检测',
    lead: '两分钟内了解此设备上哪些功能可用。不会上传任何内容，报告由您自行复制。',
    pass: '正常', fail: '异常', running: '检测中', waiting: '未测试',
    platform: 'WebAssembly 与浏览器', webgl: '绘图（WebGL 2）', loss: '绘图中断后恢复',
    fonts: '字体与像素读取', storage: '本机存储', timing: '流畅度', network: '服务器连接',
    typing: '输入法', scrolling: '触摸滚动',
    typingTitle: '请输入文字', typingLabel: '请用常用输入法输入一个词，最好是中文',
    typingDone: '已收到：', scrollingTitle: '请滚动',
    scrollingLabel: '用手指或鼠标滚轮拖动条纹区域。', scrollingDone: '由浏览器原生滚动。',
    scrollingOdd: '已滚动，但触摸未由浏览器接管。',
    reportTitle: '报告', reportLabel: '检测结果', copy: '复制报告', copied: '已复制。',
    copyFailed: '浏览器不允许复制，请手动选择并复制。',
  };
  const chinese = (navigator.languages || [navigator.language])[0].toLowerCase().startsWith('zh');
  document.documentElement.lang = chinese ? 'zh-CN' : 'en';
  return chinese ? zh : en;
})();
